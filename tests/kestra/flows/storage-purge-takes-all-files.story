CREATED RUNNING SUCCESS
a: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"uri":"kestra:///…"}
b: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"uris":["kestra:///…","kestra:///…","kestra:///…","kestra:///…","kestra:///…"]}
c: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"uris":[]}
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO 5 0 false
