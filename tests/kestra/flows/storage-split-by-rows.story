CREATED RUNNING SUCCESS
a: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"uri":"kestra:///…"}
b: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"uris":["kestra:///…","kestra:///…","kestra:///…"]}
c: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"uris":["kestra:///…","kestra:///…"]}
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO 3 2
  INFO 1\n2\n
  INFO 5\n
