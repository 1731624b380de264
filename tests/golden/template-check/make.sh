mkdir -p templates
cat >templates/page.html <<'END'
<!DOCTYPE html>
<html lang="{{lang}}"><head>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'">
<title>{{title}}</title><link rel="stylesheet" href="style.css">
</head><body class="{{class}}" onload="steal()"><main id="Content">
{{nav}}{{breadcrumbs}}{{children}}{{steps}}{{asof}} {{secret}}
</main></body></html>
END
echo 'body { background: url(https://evil.example/x.png); }' >templates/own.css
printf '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>' >templates/logo.svg
