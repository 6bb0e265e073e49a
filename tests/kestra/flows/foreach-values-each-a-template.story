CREATED RUNNING SUCCESS
l: CREATED RUNNING SUCCESS
l/a[2]#0: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"2"}
  DEBUG 2
l/a[foreach-values-each-a-template]#1: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"foreach-values-each-a-template"}
  DEBUG foreach-values-each-a-template
