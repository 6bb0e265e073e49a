CREATED RUNNING SUCCESS
t1: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"x":"sendiri","y":[1,"acak-155"]}}
t2: CREATED RUNNING SUCCESS
  outputs {"evaluationResult":true}
t2/t3: CREATED RUNNING SUCCESS
t5: CREATED RUNNING SUCCESS
t5/t6: CREATED RUNNING SUCCESS
t5/t6/t7: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"x":"SUCCESS","y":[1,"acak-155"]}}
outputs {"o0":"{}"}
labels {"asal":"l{\"values\":{\"x\":\"sendiri\",\"y\":[1,\"acak-155\"]}}"}
variables {"daftar":[1,"dua"],"isi":"v"}
