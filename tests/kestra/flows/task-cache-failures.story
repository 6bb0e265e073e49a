CREATED RUNNING FAILED
warned: CREATED SUBMITTED RUNNING WARNING
  attempts CREATED RUNNING FAILED
  DEBUG Task output caching is enabled for task 'warned''
  ERROR Task failure
  INFO Uploading a cache entry for task 'warned'
  DEBUG Caching entry uploaded in URI kestra:///… CREATED SUBMITTED RUNNING FAILED
  DEBUG Task output caching is enabled for task 'failed''
  ERROR Task failure
---
CREATED RUNNING FAILED
warned: CREATED SUBMITTED RUNNING SUCCESS
  attempts CREATED SUCCESS
  DEBUG Task output caching is enabled for task 'warned''
  INFO Skipping task execution for task 'warned' as there is an existing cache entry for it
failed: CREATED SUBMITTED RUNNING FAILED
  DEBUG Task output caching is enabled for task 'failed''
  ERROR Task failure
