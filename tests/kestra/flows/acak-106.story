CREATED RUNNING SUCCESS
t1: CREATED RUNNING SUCCESS
t1/t2: CREATED RUNNING SUCCESS
t1/t2/t3[a]#0: CREATED RUNNING SUCCESS
  outputs {"evaluationResult":false}
t1/t2/t3[a]#0/t5: CREATED SUBMITTED RUNNING SUCCESS
  INFO sendiri
t1/t2/t6[a]#0: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"x":"a induk","y":[1,"acak-106"]}}
t1/t2/t3[b]#1: CREATED RUNNING SUCCESS
  outputs {"evaluationResult":false}
t1/t2/t3[b]#1/t5: CREATED SUBMITTED RUNNING SUCCESS
  INFO sendiri
t1/t2/t6[b]#1: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"x":"b induk","y":[1,"acak-106"]}}
t1/t2/t7: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"sendiri"}
  DEBUG sendiri
t8: CREATED RUNNING SUCCESS
t9: CREATED SUBMITTED RUNNING SUCCESS
outputs {"o0":"{}","o1":"SUCCESS"}
labels {"asal":"lSUCCESS"}
variables {"daftar":[1,"dua"],"isi":"v"}
