CREATED RUNNING SUCCESS
a: CREATED RUNNING SUCCESS
b: CREATED RUNNING SUCCESS
c: CREATED RUNNING SUCCESS
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO lagi 2 ya ya {{ flow.id }}
labels {"daftar":"ya","ganti":"lagi","json":"ya","n":"2","tetap":"{{ flow.id }}"}
