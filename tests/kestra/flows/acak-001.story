CREATED RUNNING SUCCESS FAILED
t1: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"tanpa induk"}
  DEBUG tanpa induk
t4: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"x":"tanpa induk","y":[1,"acak-001"]}}
t5: CREATED RUNNING SUCCESS
t5/t6: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"{\"value\":\"tanpa induk\"}"}
  DEBUG {"value":"tanpa induk"}
ERROR Failed to render output values: Unable to find `tiada` used in the expression `x {{ tiada.ada }}` at line 1
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"v"}
