CREATED RUNNING SUCCESS FAILED
a: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"x"}
  DEBUG x
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO FAILED
ERROR Failed to render output values: Unable to find `tiada` used in the expression `{{ tiada }}` at line 1
