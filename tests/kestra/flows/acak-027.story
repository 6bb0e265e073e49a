CREATED RUNNING SUCCESS
t1: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"x":"sendiri","y":[1,"acak-027"]}}
t2: CREATED RUNNING SUCCESS
  outputs {"evaluationResult":true}
t2/t3: CREATED RUNNING SUCCESS
t27: CREATED SUBMITTED RUNNING FAILED
  ERROR Task failure
labels {"asal":"l{\"values\":{\"x\":\"sendiri\",\"y\":[1,\"acak-027\"]}}"}
variables {"daftar":[1,"dua"],"isi":"v"}
