CREATED RUNNING FAILED
a: CREATED RUNNING SUCCESS
b: CREATED SUBMITTED RUNNING SUCCESS
  INFO baru tetap 21 1
c: CREATED FAILED
  attempts FAILED
  ERROR#1 `overwrite` is set to false and the following variables already exist: a
variables {"a":"baru","b":"tetap","m":{"x":[1]},"n":"2"}
