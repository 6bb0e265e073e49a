CREATED RUNNING WARNING
a: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"uri":"kestra:///…"}
b: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"deleted":true,"uri":"kestra:///…"}
c: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"deleted":false,"uri":"kestra:///…"}
d: CREATED SUBMITTED RUNNING WARNING
  attempts CREATED RUNNING FAILED
  ERROR Unable to find file 'kestra:///… CREATED SUBMITTED RUNNING SUCCESS
  INFO false
