CREATED RUNNING SUCCESS
t1: CREATED RUNNING SUCCESS
t1/t2: CREATED RUNNING SUCCESS
t1/t2/t3: CREATED SUBMITTED RUNNING SUCCESS
  INFO sendiri
t4: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"x":"v dua acak","y":[1,"acak-108"]}}
t5: CREATED RUNNING SUCCESS
outputs {"o0":"tanpa induk"}
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"v"}
