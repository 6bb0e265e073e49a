CREATED RUNNING SUCCESS
t1: CREATED RUNNING SUCCESS
t1/t2: CREATED RUNNING SUCCESS
  outputs {"defaults":true,"value":"z"}
t1/t2/t8: CREATED SKIPPED
  attempts CREATED SKIPPED
t1/t9: CREATED SUBMITTED RUNNING SUCCESS
  INFO sendiri
t10: CREATED SUBMITTED RUNNING SUCCESS
  INFO tanpa 0
t11: CREATED RUNNING SUCCESS
t11/t12: CREATED RUNNING SUCCESS
t11/t13: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"x":"{}","y":[1,"acak-099"]}}
outputs {"o0":"kata acak-099","o1":"SUCCESS"}
labels {"asal":"ltiada"}
variables {"daftar":[1,"dua"],"isi":"v"}
