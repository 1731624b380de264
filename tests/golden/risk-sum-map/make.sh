sh "$(dirname "$0")/../risk-sum/make.sh"
