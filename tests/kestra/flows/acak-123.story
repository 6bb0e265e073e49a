CREATED RUNNING SUCCESS
t1: CREATED RUNNING SUCCESS
t1/t2: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"x":"sendiri","y":[1,"acak-123"]}}
t1/t3: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"tanpa induk"}
  DEBUG tanpa induk
t7: CREATED RUNNING SUCCESS
t7/t8: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"kata acak-123"}
  DEBUG kata acak-123
t7/t9: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"kata acak-123"}
  DEBUG kata acak-123
t10: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"tanpa 0"}
  DEBUG tanpa 0
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"v"}
