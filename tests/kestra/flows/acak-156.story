CREATED RUNNING FAILED
t1: CREATED RUNNING SUCCESS
t1/t2: CREATED RUNNING SUCCESS
t1/t2/t3: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"sendiri"}
  DEBUG sendiri
t4: CREATED RUNNING FAILED
t4/t10: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"SUCCESS"}
  DEBUG SUCCESS
t4/t5: CREATED RUNNING FAILED
  outputs {"defaults":true,"value":"z"}
  WARN#1 No task found on flow 'uji.acak.acak-156', task 't5', execution '#'
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"v"}
