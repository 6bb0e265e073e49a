CREATED RUNNING SUCCESS
a: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"x"}
  DEBUG x
WARN Failed to render optional flow output 'o'. Output is ignored.
outputs {"s":"ya"}
