CREATED RUNNING SUCCESS
a: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"angka":"2","daftar":"[1,2]","dalam":{"k":"output-values-keep-their-kind"},"nihil":"","peta":"{\"a\":1}","teks":"x","tulis":[1,"2"]}}
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO 21 {"a":1} [1,"2"]
variables {"l":[1,2],"m":{"a":1}}
