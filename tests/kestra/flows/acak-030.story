CREATED RUNNING FAILED
t1: CREATED RUNNING FAILED
  outputs {"defaults":true,"value":"z"}
  WARN#1 No task found on flow 'uji.acak.acak-030', task 't1', execution '#'
t6: CREATED SUBMITTED RUNNING FAILED
  ERROR Task failure
  ERROR Fail on a condition
outputs {"o0":"kata acak-030","o1":"tanpa induk"}
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"v"}
