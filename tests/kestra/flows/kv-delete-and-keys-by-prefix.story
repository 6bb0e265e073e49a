CREATED RUNNING FAILED
a: CREATED SUBMITTED RUNNING SUCCESS
b: CREATED SUBMITTED RUNNING SUCCESS
c: CREATED SUBMITTED RUNNING SUCCESS
d: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"deleted":true}
e: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"deleted":false}
f: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"keys":["ab.2"]}
g: CREATED SUBMITTED RUNNING FAILED
  ERROR No value found for key 'tiada' in namespace 'uji.kv-delete-and-keys-by-prefix' and `errorOnMissing` is set to true
