/^        "methods": {$/i\
        "max_devices": {\
          "title": "Devices",\
          "description": "How many devices may connect at once.",\
          "x-better": "higher",\
          "type": "integer",\
          "minimum": 1,\
          "maximum": 100\
        },
