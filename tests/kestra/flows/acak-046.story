CREATED RUNNING SUCCESS
t1: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"x":"v dua acak","y":[1,"acak-046"]}}
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"v"}
