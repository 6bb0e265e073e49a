CREATED RUNNING SUCCESS
t1: CREATED RUNNING SUCCESS
  outputs {"evaluationResult":true}
t1/t2: CREATED RUNNING SUCCESS
t1/t2/t3: CREATED RUNNING SUCCESS
t4: CREATED SUBMITTED RUNNING SUCCESS
  INFO v dua ltanpa induk
outputs {"o0":"tanpa induk","o1":"tanpa induk"}
labels {"asal":"ltanpa induk"}
variables {"daftar":[1,"dua"],"isi":"v"}
