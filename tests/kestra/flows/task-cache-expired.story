CREATED RUNNING SUCCESS
r: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"v":1}}
  DEBUG Task output caching is enabled for task 'r''
  INFO Uploading a cache entry for task 'r'
  DEBUG Caching entry uploaded in URI kestra:///… CREATED SUBMITTED RUNNING SUCCESS
  INFO Waiting for PT2S
---
CREATED RUNNING SUCCESS
r: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"v":1}}
  DEBUG Task output caching is enabled for task 'r''
  DEBUG Cache is expired for cache-id=#, object-id=null, and ttl=1000, deleting it
  INFO Uploading a cache entry for task 'r'
  DEBUG Caching entry uploaded in URI kestra:///… CREATED SUBMITTED RUNNING SUCCESS
  INFO Waiting for PT2S
