CREATED RUNNING SUCCESS
r: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"v":"x"}}
  DEBUG Task output caching is enabled for task 'r''
  INFO Uploading a cache entry for task 'r'
  DEBUG Caching entry uploaded in URI kestra:///… CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"v":"#"}}
  DEBUG Task output caching is enabled for task 'always''
  INFO Uploading a cache entry for task 'always'
  DEBUG Caching entry uploaded in URI kestra:///… CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"v":1}}
executor: CREATED RUNNING SUCCESS
skipped: CREATED SKIPPED
  attempts CREATED SKIPPED
seq: CREATED RUNNING SUCCESS
seq/inside: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"v":"x"}}
last: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"x"}
  DEBUG x
inputs {"a":"x"}
labels {"a":"b"}
---
CREATED RUNNING SUCCESS
r: CREATED SUBMITTED RUNNING SUCCESS
  attempts CREATED SUCCESS
  outputs {"values":{"v":"x"}}
  DEBUG Task output caching is enabled for task 'r''
  INFO Skipping task execution for task 'r' as there is an existing cache entry for it
always: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"v":"#"}}
  DEBUG Task output caching is enabled for task 'always''
  INFO Uploading a cache entry for task 'always'
  DEBUG Caching entry uploaded in URI kestra:///… CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"v":1}}
executor: CREATED RUNNING SUCCESS
skipped: CREATED SKIPPED
  attempts CREATED SKIPPED
seq: CREATED RUNNING SUCCESS
seq/inside: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"v":"x"}}
last: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"x"}
  DEBUG x
inputs {"a":"x"}
labels {"a":"b"}
---
CREATED RUNNING SUCCESS
r: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"v":"y"}}
  DEBUG Task output caching is enabled for task 'r''
  INFO Uploading a cache entry for task 'r'
  DEBUG Caching entry uploaded in URI kestra:///… CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"v":"#"}}
  DEBUG Task output caching is enabled for task 'always''
  INFO Uploading a cache entry for task 'always'
  DEBUG Caching entry uploaded in URI kestra:///… CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"v":1}}
executor: CREATED RUNNING SUCCESS
skipped: CREATED SKIPPED
  attempts CREATED SKIPPED
seq: CREATED RUNNING SUCCESS
seq/inside: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"v":"y"}}
last: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"y"}
  DEBUG y
inputs {"a":"y"}
labels {"a":"b"}
