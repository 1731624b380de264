cp -R "$(dirname "$0")/../../../lib/standard/iso9001/minimal/." .
