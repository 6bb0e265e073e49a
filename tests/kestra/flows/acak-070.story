CREATED RUNNING SUCCESS
t1: CREATED RUNNING SUCCESS
  outputs {"evaluationResult":true}
t1/t2: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"sendiri"}
  DEBUG sendiri
t1/t3: CREATED SUBMITTED RUNNING SUCCESS
  INFO tanpa induk
t8: CREATED RUNNING SUCCESS
t11: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"x":"v dua acak","y":[1,"acak-070"]}}
outputs {"o0":"v dua acak"}
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"v"}
