sh "$(dirname "$0")/../risk-three/make.sh"
