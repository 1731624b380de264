mkdir -p templates
# The program's own frame, a little changed, passes its own judgement.
sed 's/<footer class="foot">/<footer class="foot own">/' \
    "$(dirname "$0")/../../../templates/page.html" >templates/page.html
cp "$(dirname "$0")/../../../templates/style.css" templates/style.css
echo ':root { --accent: #7a1f5c; }' >templates/own.css
printf '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4" fill="#7a1f5c"/></svg>' >templates/logo.svg
