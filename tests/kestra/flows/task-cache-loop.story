CREATED RUNNING SUCCESS
e: CREATED RUNNING SUCCESS
e/o[1]#0: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"v":"v1"}}
  DEBUG Task output caching is enabled for task 'o''
  INFO Uploading a cache entry for task 'o'
  DEBUG Caching entry uploaded in URI kestra:///… CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"v":"same"}}
  DEBUG Task output caching is enabled for task 'q''
  INFO Uploading a cache entry for task 'q'
  DEBUG Caching entry uploaded in URI kestra:///… CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"v":"v2"}}
  DEBUG Task output caching is enabled for task 'o''
  INFO Uploading a cache entry for task 'o'
  DEBUG Caching entry uploaded in URI kestra:///… CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"v":"same"}}
  DEBUG Task output caching is enabled for task 'q''
  INFO Uploading a cache entry for task 'q'
  DEBUG Caching entry uploaded in URI kestra:///…
---
CREATED RUNNING SUCCESS
e: CREATED RUNNING SUCCESS
e/o[1]#0: CREATED SUBMITTED RUNNING SUCCESS
  attempts CREATED SUCCESS
  outputs {"values":{"v":"v1"}}
  DEBUG Task output caching is enabled for task 'o''
  INFO Skipping task execution for task 'o' as there is an existing cache entry for it
e/q[1]#0: CREATED SUBMITTED RUNNING SUCCESS
  attempts CREATED SUCCESS
  outputs {"values":{"v":"same"}}
  DEBUG Task output caching is enabled for task 'q''
  INFO Skipping task execution for task 'q' as there is an existing cache entry for it
e/o[2]#1: CREATED SUBMITTED RUNNING SUCCESS
  attempts CREATED SUCCESS
  outputs {"values":{"v":"v2"}}
  DEBUG Task output caching is enabled for task 'o''
  INFO Skipping task execution for task 'o' as there is an existing cache entry for it
e/q[2]#1: CREATED SUBMITTED RUNNING SUCCESS
  attempts CREATED SUCCESS
  outputs {"values":{"v":"same"}}
  DEBUG Task output caching is enabled for task 'q''
  INFO Skipping task execution for task 'q' as there is an existing cache entry for it
