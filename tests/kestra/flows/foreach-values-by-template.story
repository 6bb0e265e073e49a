CREATED RUNNING SUCCESS
l: CREATED RUNNING SUCCESS
l/a[x]#0: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"x"}
  DEBUG x
l/a[y]#1: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"y"}
  DEBUG y
variables {"l":["x","y"]}
