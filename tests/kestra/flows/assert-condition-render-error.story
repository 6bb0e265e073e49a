CREATED RUNNING FAILED
a: CREATED SUBMITTED RUNNING FAILED
  ERROR Assertion `{{ tiada }}` failed, failed to render `Unable to find `tiada` used in the expression `{{ tiada }}` at line 1`
  ERROR 1 assertion failed!
