CREATED RUNNING FAILED
t1: CREATED SUBMITTED RUNNING FAILED
  ERROR Task failure
  ERROR Fail on a condition
t7: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"v dua acak"}
  DEBUG v dua acak
t8: CREATED RUNNING SUCCESS
  outputs {"evaluationResult":true}
t8/t9: CREATED RUNNING SUCCESS
t8/t9/t10: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"tanpa induk"}
  DEBUG tanpa induk
t12: CREATED RUNNING FAILED
  outputs {"defaults":true,"value":"z"}
  WARN#1 No task found on flow 'uji.acak.acak-002', task 't12', execution '#'
outputs {"o0":"kata acak-002","o1":"v dua acak"}
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"v"}
