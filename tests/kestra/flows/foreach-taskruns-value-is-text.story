CREATED RUNNING SUCCESS
l: CREATED RUNNING SUCCESS
l/a[1]#0: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"false true 11 2"}
  DEBUG false true 11 2
l/a[2]#1: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"false false 21 3"}
  DEBUG false false 21 3
