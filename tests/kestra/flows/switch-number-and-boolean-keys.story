CREATED RUNNING SUCCESS
w: CREATED RUNNING SUCCESS
  outputs {"defaults":false,"value":"3"}
w/a: CREATED SUBMITTED RUNNING SUCCESS
  INFO tiga
v: CREATED RUNNING SUCCESS
  outputs {"defaults":false,"value":"true"}
v/b: CREATED SUBMITTED RUNNING SUCCESS
  INFO benar
variables {"b":true,"n":3}
