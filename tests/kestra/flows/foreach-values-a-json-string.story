CREATED RUNNING SUCCESS
l: CREATED RUNNING SUCCESS
l/a[a]#0: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"a"}
  DEBUG a
l/a[{"n":{"m":1}}]#1: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"{\"n\":{\"m\":1}}"}
  DEBUG {"n":{"m":1}}
m: CREATED RUNNING SUCCESS
m/b[{"n":1}]#0: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"2"}
  DEBUG 2
m/b[{"n":2}]#1: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"3"}
  DEBUG 3
