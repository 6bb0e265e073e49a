CREATED RUNNING SUCCESS
t1: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"sendiri"}
  DEBUG sendiri
t5: CREATED RUNNING SUCCESS
  outputs {"evaluationResult":true}
t5/t6: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"tanpa induk"}
  DEBUG tanpa induk
t5/t12: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"SUCCESS"}
  DEBUG SUCCESS
t13: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"tanpa induk"}
  DEBUG tanpa induk
outputs {"o0":"kata acak-090"}
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"v"}
