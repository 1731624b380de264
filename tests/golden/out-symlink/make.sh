mkdir real; ln -s real out
