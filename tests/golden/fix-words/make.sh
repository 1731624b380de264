# Choices in the letters and words by which people see them.
sed -i '3s/active/有効/
6s/employment: employee/employment: Employee/
7s/employment: employee/employment: ｅｍｐｌｏｙｅｅ/
8s/employment: employee/employment: 従業員/
9s/employment: employee/employment: 社員/' people.md
