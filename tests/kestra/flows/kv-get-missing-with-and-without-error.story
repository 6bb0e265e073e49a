CREATED RUNNING FAILED
a: CREATED SUBMITTED RUNNING SUCCESS
b: CREATED SUBMITTED RUNNING FAILED
  ERROR Unable to find `value` used in the expression `{{ outputs.a.value is null }}` at line 1
