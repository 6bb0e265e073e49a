CREATED RUNNING SUCCESS
t1: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"x":"sendiri","y":[1,"acak-093"]}}
t2: CREATED SUBMITTED RUNNING SUCCESS
  INFO tanpa 0
t3: CREATED RUNNING SUCCESS
t16: CREATED RUNNING SUCCESS
  outputs {"evaluationResult":false}
labels {"asal":"ltanpa 0"}
variables {"daftar":[1,"dua"],"isi":"v"}
