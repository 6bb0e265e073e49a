CREATED RUNNING SUCCESS
a: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"uri":"kestra:///…"}
b: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"uri":"kestra:///…"}
c: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"uri":"kestra:///…"}
d: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"size":16}
e: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"uri":"kestra:///…"}
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO satu\ndua\ntiga 2\n
  INFO 16
  INFO tiga 2\ndua\nsatu\n
