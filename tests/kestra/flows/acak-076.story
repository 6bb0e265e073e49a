CREATED RUNNING SUCCESS
t1: CREATED SUBMITTED RUNNING SUCCESS
t2: CREATED RUNNING SUCCESS
t2/t3: CREATED RUNNING SUCCESS
  INFO kata acak-076
t6: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"x":"tanpa induk","y":[1,"acak-076"]}}
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"v"}
