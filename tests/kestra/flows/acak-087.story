CREATED RUNNING SUCCESS
t1: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"sendiri"}
  DEBUG sendiri
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"v"}
