CREATED RUNNING FAILED
m: CREATED SUBMITTED RUNNING FAILED
  DEBUG Task output caching is enabled for task 'm''
  ERROR Unable to create the cache key for the task 'm'
  ERROR Unable to find `nope` used in the expression `{{ nope }}` at line 1
