CREATED RUNNING SUCCESS FAILED
a: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"bukan"}
  DEBUG bukan
ERROR Failed to render output values: i: Invalid output for `i`, For input string: "bukan", but received `bukan`
