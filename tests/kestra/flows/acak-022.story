CREATED RUNNING SUCCESS
t1: CREATED SUBMITTED RUNNING SUCCESS
  INFO tanpa induk
t2: CREATED RUNNING SUCCESS
t2/t3: CREATED RUNNING SUCCESS
t4: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"x":"kata acak-022","y":[1,"acak-022"]}}
t5: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"x":"tanpa 0","y":[1,"acak-022"]}}
t6: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"tanpa induk"}
  DEBUG tanpa induk
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"tanpa 0"}
