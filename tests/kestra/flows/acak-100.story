CREATED RUNNING SUCCESS
t1: CREATED RUNNING SUCCESS
t1/t2: CREATED SUBMITTED RUNNING SUCCESS
  INFO tanpa 0
t1/t3: CREATED SUBMITTED RUNNING SUCCESS
  INFO tanpa 0
outputs {"o0":"SUCCESS","o1":"{}"}
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"v"}
