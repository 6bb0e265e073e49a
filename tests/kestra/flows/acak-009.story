CREATED RUNNING SUCCESS
t1: CREATED RUNNING SUCCESS
t1/t2: CREATED RUNNING SUCCESS
  outputs {"evaluationResult":false}
t5: CREATED RUNNING SUCCESS
t5/t6[7]#0: CREATED RUNNING SUCCESS
t5/t6[7]#0/t7: CREATED RUNNING SUCCESS
t8: CREATED RUNNING FAILED
  outputs {"defaults":true,"value":"z"}
  WARN#1 No task found on flow 'uji.acak.acak-009', task 't8', execution '#'
labels {"asal":"ltanpa 7"}
variables {"daftar":[1,"dua"],"isi":"v"}
