REFUSED
---
CREATED RUNNING SUCCESS
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO false
inputs {"b":false,"d":null,"dt":null,"du":null,"e":null,"f":null,"j":null,"l":null,"mu":null,"se":null,"t":null,"u":null}
---
REFUSED
---
REFUSED
---
REFUSED
---
REFUSED
---
REFUSED
---
REFUSED
---
REFUSED
---
REFUSED
---
CREATED RUNNING SUCCESS
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO 
inputs {"b":null,"d":null,"dt":null,"du":null,"e":null,"f":null,"j":null,"l":null,"mu":null,"se":"tiga","t":null,"u":null}
---
REFUSED
