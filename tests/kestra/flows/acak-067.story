CREATED RUNNING SUCCESS
t1: CREATED RUNNING SUCCESS
t1/t2: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"x":"sendiri","y":[1,"acak-067"]}}
t1/t3: CREATED RUNNING SUCCESS
t1/t3/t4: CREATED SUBMITTED RUNNING SUCCESS
  INFO sendiri
t7: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"SUCCESS"}
  DEBUG SUCCESS
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"v"}
