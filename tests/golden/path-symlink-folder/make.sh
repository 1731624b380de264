ln -s documents docs
ln -s . loop
ln -s /etc etc
ln -s s2 s1
ln -s s1 s2
