CREATED RUNNING FAILED
a: CREATED SUBMITTED RUNNING FAILED
  ERROR Assertion `{{ 1 == 2 }}` failed!
  ERROR Assertion `false` failed!
  ERROR 2 assertions failed!\ntidak cocok assert-some-do-not-hold
